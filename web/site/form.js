import { el } from './dom.js';

/**
 * A form whose faults are shown at their fields. `submit(values)` answers the mutation's userErrors; a fault
 * without a field of this form is shown above the button.
 */
export function form({ fields, action, submit }) {
  const rest = el('p', { class: 'fault', role: 'alert' });
  const inputs = fields.map(({ name, label, ...attributes }) => {
    const input = el('input', {
      id: `field-${name}`,
      name,
      required: true,
      'aria-describedby': `fault-${name}`,
      ...attributes,
    });
    const fault = el('p', { class: 'fault', id: `fault-${name}`, role: 'alert' });
    return {
      name,
      input,
      fault,
      element: el('div', {}, el('label', { for: input.id }, label), input, fault),
    };
  });
  const button = el('button', { type: 'submit' }, action);

  const showFaults = (userErrors) => {
    rest.textContent = '';
    for (const { name, input, fault } of inputs) {
      const own = userErrors.find(({ field }) => field?.includes(name));
      fault.textContent = own?.message ?? '';
      input.setAttribute('aria-invalid', String(Boolean(own)));
    }
    const others = userErrors.filter(({ field }) => !inputs.some(({ name }) => field?.includes(name)));
    rest.textContent = others.map(({ message }) => message).join(' ');
    inputs.find(({ fault }) => fault.textContent)?.input.focus();
  };

  return el(
    'form',
    {
      onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        try {
          showFaults(await submit(Object.fromEntries(inputs.map(({ name, input }) => [name, input.value]))));
        } catch (error) {
          rest.textContent = error.message;
        } finally {
          button.disabled = false;
        }
      },
    },
    ...inputs.map(({ element }) => element),
    rest,
    el('div', { class: 'actions' }, button),
  );
}
