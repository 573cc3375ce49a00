package io.playcaller.cli.imports;

import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the register, once per account, whether it knows an account that the files do not describe. Whatever else than yes
 * or no it answers ends the import: rows are not refused for want of an answer.
 */
final class KnownAccounts implements Predicate<String> {

    /** It has no such account; or what was asked for cannot be the id of one. */
    private static final Set<Integer> UNKNOWN = Set.of(404, 400);

    private final Installation installation;
    private final Http http;
    private final Map<String, Boolean> asked = new HashMap<>();
    private @Nullable Session session;

    KnownAccounts(Installation installation, Http http) {
        this.installation = installation;
        this.http = http;
    }

    @Override
    public boolean test(String account) {
        return asked.computeIfAbsent(account, this::ask);
    }

    private boolean ask(String account) {
        if (session == null) {
            session = Session.open(installation, http);
        }
        Answer answer = session.get(Service.USAGE_INGEST, RegisterMaker.accountPath(account));
        if (UNKNOWN.contains(answer.status())) {
            return false;
        }
        if (!answer.ok()) {
            throw new Refused(
                    "usage-ingest answers %d when asked for account %s: %s; see ./playcaller logs usage-ingest"
                            .formatted(answer.status(), account, answer.detail()));
        }
        return true;
    }
}
