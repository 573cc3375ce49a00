package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.Target;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What quarters shall keep. Every change is kept, with who made it and when. */
public interface Targets {

    /** Those in force, in order of quarter, segment and currency. */
    Uni<List<Target>> inForce();

    /** A change; with neither share there is no target any more. */
    record Change(
            String quarter,
            String segment,
            String currency,
            @Nullable BigDecimal grr,
            @Nullable BigDecimal nrr,
            String author) {}

    /** Sets a target, as the next version of it. */
    Uni<Target> set(Change change);
}
