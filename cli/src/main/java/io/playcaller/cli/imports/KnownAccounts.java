package io.playcaller.cli.imports;

import io.playcaller.cli.Installation;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the register, once per account, whether it knows an account that the files do not describe. */
final class KnownAccounts implements Predicate<String> {

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
        return session.get(Service.USAGE_INGEST, "/v1/accounts/" + account).ok();
    }
}
