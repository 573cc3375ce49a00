package io.playcaller.forecast.portfolio.app;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Plays that are at work. */
public interface OpenPlays {

    /** The accounts on which one of {@code plays} has a task that is not done, each with those plays. */
    Uni<Map<String, Set<String>>> byAccount(Collection<String> plays);
}
