package io.playcaller.forecast.process.app;

import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Which process held when. Only added to: what held at a time is the last that came before it. */
public interface ProcessVersions {

    /** Writes down that this one holds from now on; nothing where it is the last already. */
    Uni<Void> note(Ruled<RenewalProcess> process);

    /** The version that came last; empty before the first. */
    Uni<Optional<String>> newest();

    /** The file as it was read under a version; empty for one that never held. */
    Uni<Optional<String>> text(String version);
}
