-- SQL for a migration of a database in which people look for texts:
--
-- - `search_form(text)`: the one form in which texts are compared: letters without case and accents, words with
--   one space between them. `İSTANBUL` and "istanbul", "ΟΔΥΣΣΕΥΣ" and "Οδυσσεύς", "Straße" and "STRASSE", composed
--   and decomposed letters, any space and any apostrophe have one form. "100%" keeps its sign. Immutable, for generated columns and indexes.
-- - `searchable(text)`: what words are looked for in. The form, and for words with an apostrophe the form without it
--   as well: "nights" finds "Night’s".
-- - `has_words(words, texts)`: whether every one of the words, themselves in search form, is in any of the texts.
-- - collation `people`: the order in which people sort names: Ä beside A, "Hall 2" before "Hall 10". An index in this
--   order serves a list by name. It belongs to the version of ICU that PostgreSQL was built with: after a change of
--   that, which PostgreSQL warns of, run `reindex`.
--
-- Needs ICU and the extension `unaccent`, which an owner of the database may create.

create extension if not exists unaccent;

create collation people (provider = icu, locale = 'und-u-kn-true');

-- unaccent is only stable, because its rules are a file; that file is part of PostgreSQL and changes with it.
create function without_accents(value text) returns text language sql immutable parallel safe strict
  return unaccent('unaccent'::regdictionary, regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g'));

-- To upper case and back: ß becomes ss so, and both small sigmas one.
create function search_form(value text) returns text language sql immutable parallel safe strict
  return trim(regexp_replace(
    translate(lower(upper(without_accents(value) collate "und-x-icu") collate "und-x-icu"), 'ς', 'σ') collate "und-x-icu",
    '((?![%_])[[:space:][:punct:]])+', ' ', 'g'));

create function searchable(value text) returns text language sql immutable parallel safe strict
  return search_form(value)
    || case when value ~ '[''’ʼ`´]' then ' ' || search_form(regexp_replace(value, '[''’ʼ`´]', '', 'g')) else '' end;

create function has_words(words text[], texts text) returns boolean language sql immutable parallel safe strict
  return (select coalesce(bool_and(position(word in texts) > 0), false) from unnest(words) as word);
