package io.playcaller.cli.imports;

import io.playcaller.cli.door.Parcel;
import io.playcaller.cli.http.Url;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.RecordMaker;
import io.playcaller.mapping.Values;
import java.time.LocalDate;
import java.util.Optional;

/** Makes parcels for the register from rows. */
final class RegisterMaker {

    private final RecordMaker records;

    /** @param today the day on which the files end, shifted: terms that began by then are renewals */
    RegisterMaker(String currency, LocalDate today, Losses losses) {
        this.records = new RecordMaker(currency, today, contract -> reason(losses, contract));
    }

    private static Optional<Reason> reason(Losses losses, String contract) {
        return losses.ofContract(contract)
                .flatMap(loss -> Optional.ofNullable(loss.reason()))
                .flatMap(Reason::ofCode);
    }

    Parcel entry(Kind kind, Values row) {
        return new Parcel.Entry(
                kind.account(row), Senders.of(kind), recordPath(kind, row.id()), records.record(kind, row));
    }

    /** The contract that a row becomes. */
    ContractRecord contract(Values row) {
        return WireJson.read(WireJson.write(records.record(Kind.CONTRACT, row)), ContractRecord.class);
    }

    private static String recordPath(Kind kind, String id) {
        return switch (kind) {
            case ACCOUNT -> accountPath(id);
            case CONTRACT -> contractPath(id);
            case PERSON -> "/v1/people/" + Url.part(id);
            case INVOICE -> "/v1/invoices/" + Url.part(id);
            case OWNERS -> accountPath(id) + "/owners";
            case OPPORTUNITY -> "/v1/opportunities/" + Url.part(id);
            case LOSS_REVIEW -> contractPath(id) + "/loss-review";
            case REFERENCES -> accountPath(id) + "/references";
            case DOMAIN -> "/v1/domains/" + Url.part(id);
            case LOSS, USAGE, TICKET, SURVEY, MILESTONE ->
                throw new IllegalArgumentException(kind + " is no record of the register");
        };
    }

    static String contractPath(String contract) {
        return "/v1/contracts/" + Url.part(contract);
    }

    static String accountPath(String account) {
        return "/v1/accounts/" + Url.part(account);
    }
}
