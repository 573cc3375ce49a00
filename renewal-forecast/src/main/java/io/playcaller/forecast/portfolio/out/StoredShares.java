package io.playcaller.forecast.portfolio.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewedShares;
import io.playcaller.forecast.engine.contract.AmountShares;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Shares as a forecast is stored with them, as JSON. There are as many as models were in force, so each is read once. */
public final class StoredShares {

    private static final Map<String, AmountShares> KNOWN = new ConcurrentHashMap<>();

    private StoredShares() {}

    /** Null, as rows of before have it, for those of the prior. */
    public static AmountShares read(@Nullable String json) {
        return json == null ? AmountShares.prior() : KNOWN.computeIfAbsent(json, StoredShares::parse);
    }

    private static AmountShares parse(String json) {
        return AmountShares.of(WireJson.read(json.getBytes(StandardCharsets.UTF_8), RenewedShares.class));
    }
}
