{{/* The pod of a service: (list . "console" facts values). */}}
{{- define "playcaller.pod" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $facts := index . 2 -}}
{{- $values := index . 3 -}}
metadata:
  labels:
    {{- include "playcaller.labels" (list $root $name) | nindent 4 }}
  annotations:
    checksum/settings: {{ include "playcaller.settings" $root | sha256sum }}
    checksum/files: {{ $values.files | default dict | toJson | sha256sum }}
spec:
  serviceAccountName: {{ $root.Release.Name }}
  automountServiceAccountToken: false
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  # 5 s until everybody knows it is going, 20 s for what is in flight.
  terminationGracePeriodSeconds: 40
  securityContext:
    runAsNonRoot: true
    runAsUser: 1001
    runAsGroup: 1001
    fsGroup: 1001
    seccompProfile:
      type: RuntimeDefault
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "playcaller.selector" (list $root $name) | nindent 10 }}
  containers:
    - name: {{ $name }}
      image: {{ include "playcaller.image" (list $root $name) }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      ports:
        - name: http
          containerPort: {{ $facts.port }}
      envFrom:
        - configMapRef:
            name: {{ include "playcaller.name" (list $root "settings") }}
        {{- with $root.Values.kafka.existingSecret }}
        - secretRef:
            name: {{ . }}
        {{- end }}
        {{- with $values.existingSecret }}
        - secretRef:
            name: {{ . }}
        {{- end }}
      env:
        {{- include "playcaller.environment" . | nindent 8 }}
      startupProbe:
        httpGet: {path: /q/health/started, port: http}
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet: {path: /q/health/live, port: http}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 3
      readinessProbe:
        httpGet: {path: /q/health/ready, port: http}
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 2
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if eq $root.Values.postgresql.sslMode "verify-full" }}
        - name: postgresql-ca
          mountPath: /etc/playcaller-postgresql
          readOnly: true
        {{- end }}
        {{- if $values.files }}
        - name: files
          mountPath: /etc/playcaller
          readOnly: true
        {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
    {{- if eq $root.Values.postgresql.sslMode "verify-full" }}
    - name: postgresql-ca
      secret:
        secretName: {{ required "postgresql.caSecret is missing: the name of a secret with ca.crt" $root.Values.postgresql.caSecret }}
        items:
          - {key: ca.crt, path: ca.crt}
    {{- end }}
    {{- if $values.files }}
    - name: files
      configMap:
        name: {{ include "playcaller.name" (list $root (printf "%s-files" $name)) }}
    {{- end }}
{{- end -}}

{{/* What differs between the services, and what is secret. */}}
{{- define "playcaller.environment" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $schema := (index . 2).schema -}}
{{- $pg := $root.Values.postgresql -}}
{{- $server := printf "%s:%d/%s" (required "postgresql.host is missing" $pg.host) (int $pg.port) $pg.database -}}
{{- $secret := (index . 3).databaseSecret | default (include "playcaller.name" (list $root (printf "%s-database" $name))) -}}
{{- $ca := "/etc/playcaller-postgresql/ca.crt" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: jdbc:postgresql://{{ $server }}?currentSchema={{ $schema }}&sslmode={{ $pg.sslMode }}{{ if eq $pg.sslMode "verify-full" }}&sslrootcert={{ $ca }}{{ end }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: postgresql://{{ $server }}?search_path={{ $schema }}&sslmode={{ $pg.sslMode }}
{{- if eq $pg.sslMode "verify-full" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: {{ $ca }}
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
{{- else if eq $pg.sslMode "require" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL
  value: "true"
{{- end }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: username}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: password}}
{{- if eq $name "usage-ingest" }}
- name: QUARKUS_REDIS_HOSTS
  value: {{ required "redis.hosts is missing" $root.Values.redis.hosts | quote }}
{{- with $root.Values.redis.existingSecret }}
- name: QUARKUS_REDIS_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ . }}, key: password}}
{{- end }}
{{- end }}
{{- if eq $name "health-service" }}
# A replica that comes back within the session gets its partitions back, without moving the others'.
- name: PLAYCALLER_HEALTH_CONSUMER_GROUP_INSTANCE_ID
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
{{- end }}
{{- if eq $name "console" }}
{{- $admin := required "console.bootstrap.existingSecret is missing: the name of a secret with email and password" $root.Values.console.bootstrap.existingSecret }}
- name: PLAYCALLER_CONSOLE_BOOTSTRAP_EMAIL
  valueFrom: {secretKeyRef: {name: {{ $admin }}, key: email}}
- name: PLAYCALLER_CONSOLE_BOOTSTRAP_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $admin }}, key: password}}
{{- range $setting, $service := dict "INGEST" "usage-ingest" "HEALTH" "health-service" "ROUTER" "play-router" "FORECAST" "renewal-forecast" }}
- name: PLAYCALLER_CONSOLE_SERVICES_{{ $setting }}
  value: {{ include "playcaller.address" (list $root $service) }}
{{- end }}
{{- with $root.Values.console.origins }}
- name: PLAYCALLER_CONSOLE_ORIGINS
  value: {{ join "," . | quote }}
{{- end }}
{{- if and $root.Values.ingress.enabled $root.Values.ingress.hosts.console }}
{{- if not $root.Values.ingress.trustedProxies }}
{{- fail "ingress.trustedProxies is missing: the addresses of the ingress controller, such as [10.0.0.0/8]" }}
{{- end }}
# Without these the cookie would not be Secure, and one who guesses would lock out everybody behind the proxy.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," $root.Values.ingress.trustedProxies | quote }}
{{- end }}
{{- end }}
{{- if (index . 3).files }}
- name: {{ (index . 2).files }}
  value: /etc/playcaller
{{- end }}
{{- range $key, $value := (index . 3).environment }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}
