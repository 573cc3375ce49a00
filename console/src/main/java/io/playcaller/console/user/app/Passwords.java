package io.playcaller.console.user.app;

import io.smallrye.mutiny.Uni;

/** Hashes passwords. It is slow on purpose and runs beside the event loops. */
public interface Passwords {

    Uni<String> hash(String password);

    /** Compares; takes as long for a wrong one as for a right one. */
    Uni<Boolean> matches(String password, String hash);

    /** The hash of nothing that anybody knows: compared with where there is no user, so that answers take equally long. */
    String ofNobody();
}
