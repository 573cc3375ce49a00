package io.playcaller.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the bodies that the register takes from rows; each has the id of its row. */
public final class RecordMaker {

    private final String currency;
    private final LocalDate today;
    private final Function<String, Optional<Reason>> whyEnded;

    /**
     * @param today the day on which the files end: terms that began by then are renewals
     * @param whyEnded of a contract
     */
    public RecordMaker(String currency, LocalDate today, Function<String, Optional<Reason>> whyEnded) {
        this.currency = currency;
        this.today = today;
        this.whyEnded = whyEnded;
    }

    public ObjectNode account(Values row) {
        return tree(new AccountRecord(
                row.id(),
                0,
                row.text("name"),
                row.optionalText("industry"),
                row.optionalText("region"),
                row.optionalText("country"),
                row.optionalText("zone"),
                row.bool("strategic", false),
                List.of()));
    }

    public ObjectNode contract(Values row) {
        LocalDate start = row.date("startsOn");
        LocalDate ended = row.optionalDate("endedOn");
        int months = (int) Math.max(1, row.number("termMonths"));
        ContractTerms terms = ContractTerms.of(start, months, today);
        List<LocalDate> renewals =
                ended == null ? terms.renewals() : ContractTerms.renewalsBefore(start, months, ended);
        LocalDate end = ended == null ? terms.endsOn() : ended;
        Money arr = new Money(row.number("arr"), currency);
        String line = row.id() + "/1";
        LocalDate signed = row.optionalDate("signedOn");
        return tree(new ContractRecord(
                row.id(),
                row.text("account"),
                0,
                signed == null ? start : signed,
                start,
                end,
                row.bool("autoRenew", false),
                (int) row.number("noticeDays", 0L),
                null,
                ended,
                List.of(new ContractLine(line, row.text("product"), arr, row.optionalInteger("seats"), start, end)),
                movements(row.id(), line, start, renewals, ended, arr),
                null));
    }

    private List<ContractMovement> movements(
            String contract,
            String line,
            LocalDate start,
            List<LocalDate> renewals,
            @Nullable LocalDate ended,
            Money arr) {
        List<ContractMovement> movements = new ArrayList<>();
        movements.add(new ContractMovement(contract + "/new", MovementKind.NEW, start, arr, line, null));
        for (LocalDate renewal : renewals) {
            movements.add(new ContractMovement(
                    contract + "/renewal/" + renewal, MovementKind.RENEWAL, renewal, Money.zero(currency), line, null));
        }
        if (ended != null) {
            movements.add(new ContractMovement(
                    contract + "/churn",
                    MovementKind.CHURN,
                    ended,
                    new Money(-arr.minor(), currency),
                    line,
                    whyEnded.apply(contract).orElse(null)));
        }
        return movements;
    }

    public ObjectNode person(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("userId", row.id());
        body.put("accountId", row.text("account"));
        for (String field : List.of("name", "email", "title", "role")) {
            String text = row.optionalText(field);
            if (text != null) {
                body.put(field, text);
            }
        }
        body.put("active", row.bool("active", true));
        body.put("mayContact", row.bool("mayContact", true));
        return body;
    }

    public ObjectNode invoice(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("invoiceId", row.id());
        body.put("accountId", row.text("account"));
        body.put("contractId", row.optionalText("contract"));
        body.set("amount", tree(new Money(row.number("amount"), currency)));
        body.put("issuedOn", row.date("issuedOn").toString());
        body.put("dueOn", row.date("dueOn").toString());
        LocalDate paid = row.optionalDate("paidOn");
        if (paid != null) {
            body.put("paidOn", paid.toString());
        }
        return body;
    }

    private static ObjectNode tree(Record record) {
        return WireJson.mapper().valueToTree(record);
    }
}
