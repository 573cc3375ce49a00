package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.quickstart.Service;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a running installation says of whose things are, over HTTP. */
final class IdentityDoors {

    private static final int NOT_FOUND = 404;

    private final Session session;

    private IdentityDoors(Session session) {
        this.session = session;
    }

    static IdentityDoors of(Installation here) {
        return new IdentityDoors(Session.open(here, new Http()));
    }

    /** @param cursor the {@code next} of the page before; null for the first one */
    JsonNode held(@Nullable String source, int limit, @Nullable String cursor) {
        return get("/v1/held?limit=" + limit + parameter("source", source) + parameter("cursor", cursor));
    }

    /** Which accounts somebody is and was of; empty when nobody knows them. */
    Optional<JsonNode> accountsOf(String id, boolean browser) {
        return find("/v1/people/%s/accounts?kind=%s".formatted(Url.part(id), browser ? "anonymous" : "user"));
    }

    /** All that the account was ever in. */
    JsonNode merges(String account) {
        return get(merge(account)).path("items");
    }

    JsonNode preview(String account, String into) {
        return session.put(Service.USAGE_INGEST, merge(account) + "?preview=true", Map.of("into", into))
                .orRefused(Service.USAGE_INGEST);
    }

    JsonNode merge(String account, String into, String reason) {
        return session.put(Service.USAGE_INGEST, merge(account), Map.of("into", into, "reason", reason))
                .orRefused(Service.USAGE_INGEST);
    }

    JsonNode undo(String account) {
        return session.delete(Service.USAGE_INGEST, merge(account)).orRefused(Service.USAGE_INGEST);
    }

    JsonNode domains(@Nullable String account, int limit) {
        return get("/v1/domains?limit=" + limit + parameter("account", account));
    }

    Optional<DomainRecord> domain(String domain) {
        return find("/v1/domains/" + Url.part(domain)).map(IdentityDoors::claim);
    }

    /** In the place of what was read: refused when somebody else was first. */
    DomainRecord put(DomainRecord claim) {
        String path = "/v1/domains/" + Url.part(claim.domain());
        return claim(session.replace(Service.USAGE_INGEST, path, claim.version(), claim)
                .orRefused(Service.USAGE_INGEST));
    }

    private JsonNode get(String path) {
        return session.get(Service.USAGE_INGEST, path).orRefused(Service.USAGE_INGEST);
    }

    private Optional<JsonNode> find(String path) {
        Answer answer = session.get(Service.USAGE_INGEST, path);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer.orRefused(Service.USAGE_INGEST));
    }

    private static String merge(String account) {
        return "/v1/accounts/" + Url.part(account) + "/merge";
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Url.part(value);
    }

    static DomainRecord claim(JsonNode record) {
        return WireJson.mapper().convertValue(record, DomainRecord.class);
    }
}
