{{- define "parterre.fullname" -}}
{{- if contains "parterre" .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-parterre" .Release.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "parterre.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* Labels of everything; the component is a service's name, or a job's. Called with a dict of root and name. */}}
{{- define "parterre.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: parterre
{{ include "parterre.selector" . }}
{{- end }}

{{- define "parterre.selector" -}}
app.kubernetes.io/name: parterre
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{/* What a service has been given, over the defaults. As YAML. */}}
{{- define "parterre.service" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toYaml }}
{{- end }}

{{- define "parterre.brokers" -}}
{{- if .Values.kafka.enabled }}{{ .Release.Name }}-kafka:9092{{ else }}{{ required "kafka.brokers: name the brokers, or switch on the one of this release by kafka.enabled" .Values.kafka.brokers }}{{ end }}
{{- end }}

{{- define "parterre.tracesEndpoint" -}}
{{- if .Values.tracing.endpoint }}{{ .Values.tracing.endpoint }}{{ else if .Values.jaeger.enabled }}http://{{ .Release.Name }}-jaeger:4318{{ end }}
{{- end }}

{{- define "parterre.kafkaEnv" -}}
- { name: KAFKA_BROKERS, value: {{ include "parterre.brokers" . | quote }} }
- { name: KAFKA_PREFIX, value: {{ .Values.kafka.prefix | quote }} }
{{- range $name, $value := .Values.kafka.env }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end }}

{{/* Of every pod: no root, nothing to write to but /tmp, no way to the API server. */}}
{{- define "parterre.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "parterre.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}
