package io.playcaller.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the bodies that the register takes from rows; each has the id of its row. */
public final class RecordMaker {

    /** What a customer lends their name to, by what fields of it begin with. */
    private static final Map<String, ReferenceKind> REFERENCES = new TreeMap<>(Map.of(
            "call", ReferenceKind.CALL,
            "caseStudy", ReferenceKind.CASE_STUDY,
            "quote", ReferenceKind.QUOTE,
            "logo", ReferenceKind.LOGO,
            "review", ReferenceKind.REVIEW));

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

    /** @throws IllegalArgumentException for a kind of which the register keeps no records */
    public ObjectNode record(Kind kind, Values row) {
        return switch (kind) {
            case ACCOUNT -> account(row);
            case CONTRACT -> contract(row);
            case PERSON -> person(row);
            case INVOICE -> invoice(row);
            case OWNERS -> owners(row);
            case OPPORTUNITY -> opportunity(row);
            case LOSS_REVIEW -> lossReview(row);
            case REFERENCES -> references(row);
            case DOMAIN -> domain(row);
            case LOSS, USAGE, TICKET, SURVEY, MILESTONE ->
                throw new IllegalArgumentException(kind + " is no record of the register");
        };
    }

    private ObjectNode account(Values row) {
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

    private ObjectNode contract(Values row) {
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

    private static ObjectNode person(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("userId", row.id());
        body.put("accountId", row.text("account"));
        for (String field : List.of("name", "email", "title", "role")) {
            put(body, field, row.optionalText(field));
        }
        body.put("active", row.bool("active", true));
        Boolean mayContact = row.optionalBool("mayContact");
        if (mayContact != null) {
            body.put("mayContact", mayContact);
        }
        return body;
    }

    private ObjectNode invoice(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("invoiceId", row.id());
        body.put("accountId", row.text("account"));
        body.put("contractId", row.optionalText("contract"));
        body.set("amount", tree(new Money(row.number("amount"), currency)));
        body.put("issuedOn", row.date("issuedOn").toString());
        body.put("dueOn", row.date("dueOn").toString());
        put(body, "paidOn", row.optionalDate("paidOn"));
        return body;
    }

    /** By their roles in order: records are compared whole. */
    private static ObjectNode owners(Values row) {
        LocalDate from = row.date("from");
        List<Owner> owners = row.byField().entrySet().stream()
                .filter(field -> !Kind.OWNERS.fields().containsKey(field.getKey()))
                .map(role -> new Owner(role.getKey(), (String) role.getValue(), from, null))
                .sorted(Comparator.comparing(Owner::role))
                .toList();
        return tree(new OwnersRecord(row.id(), 0, owners));
    }

    private ObjectNode opportunity(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("opportunityId", row.id());
        body.put("accountId", row.text("account"));
        body.put("stage", row.text("stage"));
        body.set("arr", tree(new Money(row.number("arr"), currency)));
        put(body, "productId", row.optionalText("product"));
        put(body, "contractId", row.optionalText("contract"));
        for (String day : List.of("openedOn", "expectedOn", "closedOn")) {
            put(body, day, row.optionalDate(day));
        }
        put(body, "reason", row.optionalText("reason"));
        return body;
    }

    private static ObjectNode lossReview(Values row) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("contractId", row.id());
        body.put("accountId", row.text("account"));
        put(body, "reviewedOn", row.date("reviewedOn"));
        body.put("reason", row.text("reason"));
        if (row.byField().containsKey("avoidable")) {
            body.put("avoidable", row.bool("avoidable", false));
        }
        put(body, "reviewedBy", row.optionalText("reviewedBy"));
        put(body, "corrects", row.optionalDate("corrects"));
        return body;
    }

    /** A kind without its first day is not lent. */
    private static ObjectNode references(Values row) {
        List<Reference> references = new ArrayList<>();
        REFERENCES.forEach((field, kind) -> {
            LocalDate from = row.optionalDate(field + "From");
            if (from != null) {
                references.add(new Reference(kind, from, row.optionalDate(field + "Until")));
            }
        });
        return tree(new ReferencesRecord(row.id(), 0, references));
    }

    private static ObjectNode domain(Values row) {
        return tree(new DomainRecord(row.id(), row.text("account"), 0, row.date("from"), row.optionalDate("until")));
    }

    private static void put(ObjectNode body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value.toString());
        }
    }

    private static ObjectNode tree(Record record) {
        return WireJson.mapper().valueToTree(record);
    }
}
