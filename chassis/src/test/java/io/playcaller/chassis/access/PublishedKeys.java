package io.playcaller.chassis.access;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An issuer that publishes its keys over HTTP, as the console does, and may change them. */
public final class PublishedKeys implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "https://issuer.test";

    /** However often it is asked, the reader of key sets fetches no second time within 300 ms of a fetch, to the millisecond. */
    private static final Duration FETCHED_ONCE_WITHIN = Duration.ofMillis(310);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private HttpServer server;
    private volatile RsaJsonWebKey key = newKey("first");

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks.json", exchange -> {
            byte[] keys = new JsonWebKeySet(List.of(key)).toJson().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        Map<String, String> config = new HashMap<>(PlaycallerStack.shared().config("public"));
        config.remove("mp.jwt.verify.publickey.location");
        config.remove("mp.jwt.verify.issuer");
        config.put(
                "playcaller.auth.jwks",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
        config.put("playcaller.auth.issuer", ISSUER);
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PublishedKeys.class));
    }

    /** Publishes another key, late enough after what was fetched until now that the next fetch is possible. */
    void change() {
        long fetchedBefore = System.nanoTime();
        key = newKey("second");
        await().atMost(PATIENCE).until(() -> System.nanoTime() - fetchedBefore > FETCHED_ONCE_WITHIN.toNanos());
    }

    String token(String role) {
        return Jwt.issuer(ISSUER)
                .subject("ana")
                .groups(Set.of(role))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    private static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
