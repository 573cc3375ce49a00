package io.playcaller.health.account.app;

import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.Funnel;
import io.playcaller.health.engine.model.StageRules;
import io.smallrye.mutiny.Uni;

/** Where accounts stand on their way, as the newest committed transactions of the fold left them. */
public interface Funnels {

    /**
     * Accounts that are merged into another are left out, unless the filter asks for them.
     *
     * @param stages of the model in force: their order, who answers for each, and what its stall is called
     */
    Uni<Funnel> of(AccountFilter filter, StageRules stages);
}
