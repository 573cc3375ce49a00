package io.playcaller.ingest.register.in;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.ingest.json.JsonFields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a contract's body. */
final class ContractLineBody {

    private static final Set<String> LINE = Set.of(
            "lineId", "productId", "arr", "seats", "startsOn", "endsOn", "evergreen", "ramp", "usage", "oneTime");
    private static final Set<String> AMOUNT = Set.of("on", "amount");

    private ContractLineBody() {}

    static ContractLine line(JsonFields line) {
        line.rejectUnknown(LINE);
        Long seats = line.optionalInteger("seats", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new ContractLine(
                line.text("lineId"),
                line.text("productId"),
                line.money("arr"),
                seats == null ? null : seats.intValue(),
                line.date("startsOn"),
                line.date("endsOn"),
                line.bool("evergreen", false) ? true : null,
                amounts(line, "ramp"),
                amounts(line, "usage"),
                line.has("oneTime") ? line.money("oneTime") : null);
    }

    /** None where there are none, so that the same record is the same however it was written. */
    private static @Nullable List<DatedAmount> amounts(JsonFields line, String field) {
        List<DatedAmount> amounts = line.objects(field, amount -> {
            amount.rejectUnknown(AMOUNT);
            return new DatedAmount(amount.date("on"), amount.money("amount"));
        });
        return amounts.isEmpty() ? null : amounts;
    }
}
