package io.playcaller.forecast.credit.app;

import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The rules of engagement in all their versions. */
public interface CreditPolicies {

    /** In order of their first days. */
    Uni<List<CreditPolicy>> all();

    /** Keeps a new version; every contract is then looked at again. A version that is there stays as it is. */
    Uni<Void> keep(CreditPolicy policy);
}
