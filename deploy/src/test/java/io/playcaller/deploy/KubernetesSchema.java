package io.playcaller.deploy;

import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fields and types as the API of Kubernetes has them; it says no word about what they mean together. */
final class KubernetesSchema {

    private interface Check {
        void of(JsonObject object) throws IOException;
    }

    private static final Map<String, Check> CHECKS = Map.of(
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "apps/v1/StatefulSet", V1StatefulSet::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "monitoring.coreos.com/v1/PodMonitor", of("jobLabel", "selector", "podMetricsEndpoints"),
            "monitoring.coreos.com/v1/PrometheusRule", of("groups"));

    private KubernetesSchema() {}

    /** Of the Prometheus operator's objects the API has no classes: these are the fields that we use. */
    private static Check of(String... fields) {
        return object -> {
            Set<String> unknown = new TreeSet<>(object.getAsJsonObject("spec").keySet());
            List.of(fields).forEach(unknown::remove);
            if (!unknown.isEmpty() || object.getAsJsonObject("spec").size() != fields.length) {
                throw new IllegalArgumentException("its fields are " + List.of(fields) + ", unknown: " + unknown);
            }
        };
    }

    /** @throws AssertionError when a field is unknown, missing or of another type */
    static void check(JsonObject object) {
        String kind = object.get("apiVersion").getAsString() + "/" + RenderedChart.kind(object);
        Check check = CHECKS.get(kind);
        if (check == null) {
            throw new AssertionError("nothing here knows " + kind);
        }
        try {
            check.of(object);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(kind + " " + RenderedChart.name(object) + ": " + e.getMessage(), e);
        }
    }
}
