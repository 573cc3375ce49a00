package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.ledger.Unit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a period is asked about.
 *
 * @param by what the answer is sliced by; null for the whole alone
 */
public record RetentionQuestion(
        Period period,
        RetentionDefinition definition,
        @Nullable Dimension by) {

    /** The slice of what has no attribute. */
    static final String NONE = "none";

    public RetentionQuestion {
        if (by == Dimension.PRODUCT && definition.grain() != Grain.LINE) {
            throw new IllegalArgumentException("only lines have one product");
        }
    }

    /** What the definition is kept under: its choices in one word, such as {@code line/constant/segment}. */
    public String key() {
        return definition.grain().key() + "/" + definition.currencyRule().key() + "/"
                + (by == null ? "whole" : by.key());
    }

    Function<Unit, String> slice(AccountAttributes attributes) {
        return unit -> by == null ? NONE : key(by, unit, attributes).orElse(NONE);
    }

    private Optional<String> key(Dimension dimension, Unit unit, AccountAttributes attributes) {
        return switch (dimension) {
            case SEGMENT -> attributes.segment(unit.owner(), period.from());
            case TIER -> attributes.tier(unit.owner(), period.from());
            case OWNER -> attributes.owner(unit.owner(), period.from());
            case REGION -> attributes.region(unit.owner());
            case PRODUCT -> Optional.of(unit.product());
        };
    }
}
