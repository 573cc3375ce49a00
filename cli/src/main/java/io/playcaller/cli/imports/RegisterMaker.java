package io.playcaller.cli.imports;

import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes records of the register from rows. */
final class RegisterMaker {

    private final String currency;
    private final LocalDate today;
    private final Losses losses;

    /** @param today the day on which the files end, shifted: terms that began by then are renewals */
    RegisterMaker(String currency, LocalDate today, Losses losses) {
        this.currency = currency;
        this.today = today;
        this.losses = losses;
    }

    Parcel account(Values row) {
        AccountRecord record = new AccountRecord(
                row.id(),
                0,
                row.text("name"),
                row.optionalText("industry"),
                row.optionalText("region"),
                row.optionalText("country"),
                row.optionalText("zone"),
                row.bool("strategic", false),
                List.of());
        return entry(row.id(), accountPath(row.id()), record);
    }

    Parcel contract(Values row) {
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
        ContractRecord record = new ContractRecord(
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
                movements(row.id(), line, start, renewals, ended, arr));
        return entry(row.text("account"), contractPath(row.id()), record);
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
                    reason(contract)));
        }
        return movements;
    }

    private @Nullable Reason reason(String contract) {
        return losses.ofContract(contract)
                .flatMap(loss -> Optional.ofNullable(loss.reason()))
                .flatMap(Reason::ofCode)
                .orElse(null);
    }

    Parcel person(Values row) {
        var body = WireJson.mapper().createObjectNode();
        body.put("accountId", row.text("account"));
        for (String field : List.of("name", "email", "title", "role")) {
            String text = row.optionalText(field);
            if (text != null) {
                body.put(field, text);
            }
        }
        body.put("active", row.bool("active", true));
        body.put("mayContact", row.bool("mayContact", true));
        return new Parcel.Entry(row.text("account"), Kind.PERSON.source(), "/v1/people/" + path(row.id()), body);
    }

    Parcel invoice(Values row) {
        var body = WireJson.mapper().createObjectNode();
        body.put("accountId", row.text("account"));
        body.put("contractId", row.optionalText("contract"));
        body.set("amount", WireJson.mapper().valueToTree(new Money(row.number("amount"), currency)));
        body.put("issuedOn", row.date("issuedOn").toString());
        body.put("dueOn", row.date("dueOn").toString());
        LocalDate paid = row.optionalDate("paidOn");
        if (paid != null) {
            body.put("paidOn", paid.toString());
        }
        return new Parcel.Entry(row.text("account"), Kind.INVOICE.source(), "/v1/invoices/" + path(row.id()), body);
    }

    private static Parcel entry(String account, String path, Record record) {
        return new Parcel.Entry(account, Kind.ACCOUNT.source(), path, record);
    }

    static String contractPath(String contract) {
        return "/v1/contracts/" + path(contract);
    }

    static String accountPath(String account) {
        return "/v1/accounts/" + path(account);
    }

    private static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
