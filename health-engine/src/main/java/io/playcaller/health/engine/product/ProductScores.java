package io.playcaller.health.engine.product;

import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.model.HealthModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scores each product that an account uses by its use alone: Σ weight × points as for the account, with the account's grades. A
 * product's score is part of no other, opens no signal, and nobody overrides it.
 */
public final class ProductScores {

    private final HealthModel model;
    private final Shares shares;

    public ProductScores(HealthModel model) {
        this.model = model;
        this.shares = new Shares(model.scoring().products());
    }

    /** In the order of their ids; empty where nothing of products is known, or where the model does not judge them. */
    public List<ProductScore> of(Context account) {
        return scored(account)
                .map(Scored::told)
                .sorted(Comparator.comparing(ProductScore::productId))
                .toList();
    }

    /** A hash of what of them is news, whole points and grades, whatever their order; 0 where there are none. */
    public int news(Context account) {
        return scored(account).mapToInt(Scored::news).sum();
    }

    private Stream<Scored> scored(Context account) {
        boolean none = model.scoring().products().isEmpty()
                || account.view().facts().usage().products().isEmpty();
        return none
                ? Stream.empty()
                : account.view().products().stream()
                        .map(view -> Scored.of(new Context(model, view, account.commercial()), shares));
    }
}
