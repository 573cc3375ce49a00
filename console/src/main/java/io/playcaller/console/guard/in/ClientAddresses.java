package io.playcaller.console.guard.in;

import io.playcaller.console.guard.Network;
import io.playcaller.console.guard.TrustedProxies;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where requests come from, by the same settings by which the framework believes {@code X-Forwarded-Proto}. To believe
 * everybody is refused at start.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

    private final TrustedProxies proxies;

    ClientAddresses(
            @ConfigProperty(name = FORWARDING, defaultValue = "false") boolean forwarding,
            @ConfigProperty(name = TRUSTED) Optional<List<String>> trusted) {
        if (forwarding && trusted.isEmpty()) {
            throw new IllegalStateException(
                    TRUSTED + " is missing: with " + FORWARDING + " anybody could say they were somebody else");
        }
        this.proxies = new TrustedProxies(
                forwarding
                        ? trusted.get().stream().map(ClientAddresses::network).toList()
                        : List.of());
    }

    void start(@Observes StartupEvent started) {
        // Made now: a setting at fault is told before anybody asks.
    }

    /** The address of whoever made the request. */
    public String of(RoutingContext context) {
        String peer = context.request().connection().remoteAddress().hostAddress();
        return proxies.client(peer, context.request().headers().getAll("X-Forwarded-For"));
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new IllegalStateException(
                        TRUSTED + " must hold addresses and networks such as 10.0.0.0/8, has " + text));
    }
}
