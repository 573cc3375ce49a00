package io.playcaller.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The objects that a release named {@code pc} would create. */
record RenderedChart(List<JsonObject> objects) {

    private static final String KUBERNETES = "1.31.0";

    /** What every installation has to say. */
    static final Map<String, String> REQUIRED = Map.of(
            "kafka.bootstrapServers", "kafka:9092",
            "postgresql.host", "postgres",
            "postgresql.caSecret", "pc-ca",
            "redis.hosts", "redis://redis:6379",
            "auth.issuer", "https://console.example.com",
            "console.bootstrap.existingSecret", "pc-admin");

    static RenderedChart of(Map<String, ?> values) {
        TemplateCommand template = template();
        values.forEach(template::set);
        return rendered(template.call());
    }

    /** Everything that can be switched on is. */
    static RenderedChart withEverything() {
        TemplateCommand template = template().withValuesFile(Path.of("src/test/resources/everything.yaml"));
        REQUIRED.forEach(template::set);
        return rendered(template.call());
    }

    private static TemplateCommand template() {
        return new Helm(Repository.CHART)
                .template()
                .withName("pc")
                .withNamespace("playcaller")
                .withKubeVersion(KUBERNETES);
    }

    private static RenderedChart rendered(String manifest) {
        Gson gson = new Gson();
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new RenderedChart(StreamSupport.stream(yaml.loadAll(manifest).spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> gson.toJsonTree(document).getAsJsonObject())
                .toList());
    }

    List<JsonObject> ofKind(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind)).toList();
    }

    JsonObject named(String kind, String name) {
        return ofKind(kind).stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** Everything that makes pods. */
    List<JsonObject> workloads() {
        return objects.stream()
                .filter(object ->
                        kind(object).equals("Deployment") || kind(object).equals("StatefulSet"))
                .toList();
    }

    static String kind(JsonObject object) {
        return object.get("kind").getAsString();
    }

    static String name(JsonObject object) {
        return object.getAsJsonObject("metadata").get("name").getAsString();
    }

    /** The object at the end of the path. */
    static JsonObject at(JsonObject object, String... path) {
        JsonObject found = object;
        for (String step : path) {
            found = found.getAsJsonObject(step);
        }
        return found;
    }

    static JsonObject pod(JsonObject workload) {
        return at(workload, "spec", "template", "spec");
    }

    static JsonObject container(JsonObject workload) {
        return pod(workload).getAsJsonArray("containers").get(0).getAsJsonObject();
    }
}
