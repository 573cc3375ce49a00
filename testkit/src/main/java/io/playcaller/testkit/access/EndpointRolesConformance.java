package io.playcaller.testkit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds a running service to its table {@code endpoint-roles.csv} (test resource with the header
 * {@code method,path,roles}): each endpoint is called with each role, with each write key and without anything. Roles are
 * separated by blanks; {@code key:events} and {@code key:register} stand for a write key of that scope alone,
 * {@code public} answers anybody, {@code signed} whoever signs the request and none of these, {@code nobody} opens to no
 * one. Endpoints that the service describes in OpenAPI and the table does not are found, and so are those of Quarkus that
 * the table leaves out.
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;WithTestResource(value = PlaycallerStack.class, initArgs = &#64;ResourceArg(name = "schema", value = "router"))
 * class EndpointRolesComponentTest extends EndpointRolesConformance {}
 * </pre>
 */
public abstract class EndpointRolesConformance {

    private static final String TABLE = "endpoint-roles.csv";

    /** What Quarkus adds, and OpenAPI does not describe. */
    private static final Set<String> OF_EVERY_SERVICE = Set.of("GET /q/health", "GET /q/metrics", "GET /q/openapi");

    /** What is put in place of a path parameter; override where an endpoint refuses others before it asks for roles. */
    protected String parameter(String name) {
        return "none";
    }

    /** Write keys of a service that has them: a key by each of {@code key:events}, {@code key:register}. */
    protected Map<String, String> writeKeys() {
        return Map.of();
    }

    /** Where the service answers. */
    protected URI address() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    @Test
    public void theTableNamesEveryEndpoint() {
        Set<String> missing = new TreeSet<>(walk().described());
        missing.addAll(OF_EVERY_SERVICE);
        missing.removeAll(table().stream().map(Endpoint::name).collect(Collectors.toSet()));

        assertEquals(Set.of(), missing, TABLE + " does not say who may call these");
    }

    @Test
    public void everybodyGetsWhatTheTableSays() {
        EndpointWalk walk = walk();
        List<String> differences = table().stream()
                .sorted(Endpoint.BY_PATH)
                .flatMap(endpoint -> walk.differences(endpoint).stream())
                .toList();

        assertEquals("", String.join("\n", differences), TABLE + " and the service differ");
    }

    private EndpointWalk walk() {
        return new EndpointWalk(address(), this::parameter, writeKeys());
    }

    private static List<Endpoint> table() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream csv = loader.getResourceAsStream(TABLE)) {
            if (csv == null) {
                throw new IllegalStateException("src/test/resources/" + TABLE + " is missing");
            }
            return Endpoint.table(new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
