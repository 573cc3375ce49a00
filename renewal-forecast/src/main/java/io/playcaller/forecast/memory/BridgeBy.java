package io.playcaller.forecast.memory;

import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.util.Arrays;
import java.util.Optional;

/** What a bridge is told apart by: contracts, or what their accounts are today. */
public enum BridgeBy {
    WHOLE("none"),
    CONTRACT("contract"),
    SEGMENT("segment"),
    TIER("tier"),
    REGION("region"),
    OWNER("owner");

    private final String key;

    BridgeBy(String key) {
        this.key = key;
    }

    /** The word in requests and answers. */
    public String key() {
        return key;
    }

    String group(RememberedContract contract) {
        Traits traits = contract.traits();
        return switch (this) {
            case WHOLE -> By.ALL;
            case CONTRACT -> contract.contractId();
            case SEGMENT -> traits.segment();
            case TIER -> traits.tier();
            case REGION -> traits.region();
            case OWNER -> traits.owner();
        };
    }

    /** The dimension of a word; empty when there is none. */
    public static Optional<BridgeBy> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key.equals(key)).findFirst();
    }
}
