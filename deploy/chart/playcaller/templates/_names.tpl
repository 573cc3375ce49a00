{{/*
Where each service listens, its schema, the setting that names its directory of files, and what an ingress lets through,
exactly or with all below it: the doors and the page, and nothing of operations (/q). Not for users to change.
*/}}
{{- define "playcaller.facts" -}}
console: {port: 8080, schema: console, exact: [/, /icon.svg], below: [/login, /logout, /static, /api, /v1, /.well-known]}
usage-ingest: {port: 8081, schema: ingest, exact: [/b, /t, /i, /g, /p, /s, /a], below: [/v1], files: PLAYCALLER_INGEST_CONFIG_DIR}
health-service: {port: 8082, schema: health, files: PLAYCALLER_HEALTH_MODEL_DIR}
play-router: {port: 8083, schema: router, exact: [], below: [/v1/links, /v1/callbacks, /v1/unsubscribe], files: PLAYCALLER_ROUTER_CONFIG_DIR}
renewal-forecast: {port: 8084, schema: forecast, files: PLAYCALLER_FORECAST_CONFIG_DIR}
{{- end -}}

{{/* A name within the release: (list . "console"). */}}
{{- define "playcaller.name" -}}
{{- printf "%s-%s" (index . 0).Release.Name (index . 1) | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* What selects the pods of a service; never changes. */}}
{{- define "playcaller.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end -}}

{{- define "playcaller.labels" -}}
{{ include "playcaller.selector" . }}
app.kubernetes.io/part-of: playcaller
app.kubernetes.io/version: {{ (index . 0).Values.image.tag | default (index . 0).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- end -}}

{{- define "playcaller.image" -}}
{{- $root := index . 0 -}}
{{- with $root.Values.image.registry }}{{ . }}/{{ end -}}
{{ $root.Values.image.repository }}/{{ index . 1 }}:{{ $root.Values.image.tag | default $root.Chart.AppVersion }}
{{- end -}}

{{/* The address of a service within the cluster. */}}
{{- define "playcaller.address" -}}
{{- $facts := include "playcaller.facts" (index . 0) | fromYaml -}}
http://{{ include "playcaller.name" . }}:{{ (index $facts (index . 1)).port }}
{{- end -}}
