package io.playcaller.console.relay.app;

import io.playcaller.console.relay.Answer;
import io.playcaller.console.relay.Backend;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The services behind the page. */
public interface Backends {

    /**
     * A question to a service.
     *
     * @param path percent-encoded, with its query if any, without a slash at its start
     * @param bearer the token that goes along
     * @param json body; null without one
     * @param key under which it may be told again and is done once; null without one
     */
    record Question(
            Backend backend,
            String method,
            String path,
            String bearer,
            @Nullable String json,
            @Nullable String key) {

        /** A question that changes nothing. */
        public static Question get(Backend backend, String path, String bearer) {
            return new Question(backend, "GET", path, bearer, null, null);
        }
    }

    /** Whatever the service answers; a failure when it does not answer in time. */
    Uni<Answer> ask(Question question);

    /** The data of server-sent events; ends or fails when the connection does. */
    Multi<String> listen(Question question);
}
