package io.playcaller.forecast.kpi.app;

import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.Subject;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What people decided in reviews. Nothing is changed or taken back: of two the later counts. */
public interface Decisions {

    /** Those of a quarter, oldest first. */
    Uni<List<Decision>> of(String quarter);

    /** Writes one down at the business time of now. */
    Uni<Decision> add(String quarter, Subject subject, Proposal.Kind decision, String reason, String author);
}
