package io.playcaller.cli.imports;

import io.playcaller.cli.door.Courier;
import io.playcaller.cli.door.Outcome;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.Ids;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.Row;
import io.playcaller.mapping.RowFault;
import io.playcaller.mapping.RowReader;
import io.playcaller.mapping.Section;
import io.playcaller.mapping.Shift;
import io.playcaller.mapping.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The second reading of the files: rows become parcels, and each row's outcome is counted. */
final class Delivery {

    private final Survey survey;
    private final Shift shift;
    private final Ledger ledger;
    private final Tally tally;
    private final Predicate<String> registered;
    private final RegisterMaker register;
    private final FactMaker facts;
    private final Map<Parcel, Section> underway = new ConcurrentHashMap<>();
    private final Map<String, Outcome> contracts = new ConcurrentHashMap<>();

    Delivery(Survey survey, Shift shift, Ledger ledger, Tally tally, Predicate<String> registered) {
        this.survey = survey;
        this.shift = shift;
        this.ledger = ledger;
        this.tally = tally;
        this.registered = registered;
        Instant end = shift.of(survey.newest());
        String currency = survey.mapping().currency();
        this.register = new RegisterMaker(currency, LocalDate.ofInstant(end, ZoneOffset.UTC), survey.losses());
        this.facts = new FactMaker(survey.mapping().name(), end);
    }

    /** Hands every row's parcel to the courier, in the order of the mapping. */
    void handTo(Courier courier) {
        for (Section section : survey.mapping().sections()) {
            if (section.kind() != Kind.LOSS) {
                eachRow(section, shift, values -> hand(courier, section, values));
            }
        }
    }

    /** The rows of a section that can be read, each id once; of any other row it is counted why not. */
    private void eachRow(Section section, Shift by, Consumer<Values> taker) {
        Set<String> seen = new HashSet<>();
        RowReader reader = survey.reader(section, by);
        CsvFile.find(survey.folder(), section.file())
                .forEach(record ->
                        read(section, reader, CsvFile.row(record), seen).ifPresent(taker));
    }

    private Optional<Values> read(Section section, RowReader reader, Row row, Set<String> seen) {
        tally.row(section);
        if (!reader.takes(row)) {
            tally.leftOut(section);
            return Optional.empty();
        }
        RowReader.Result result = reader.read(row);
        if (result instanceof RowReader.Result.Refused refused) {
            tally.refused(section, refused.fault());
            return Optional.empty();
        }
        Values values = ((RowReader.Result.Read) result).values();
        if (!seen.add(values.id())) {
            String detail = "'%s' names two rows; the first one counts".formatted(values.id());
            tally.refused(
                    section, new RowFault("id.twice", section.id(), detail, "an id that occurs once", values.id()));
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private void hand(Courier courier, Section section, Values values) {
        if (known(section, values)) {
            hand(courier, section, parcel(section, values));
        } else {
            String account = section.kind().account(values);
            tally.refused(
                    section,
                    RowFault.ofRow("account.unknown", "neither the files nor the register have account " + account));
        }
    }

    private boolean known(Section section, Values values) {
        String account = section.kind().account(values);
        return section.kind() == Kind.ACCOUNT || survey.accounts().contains(account) || registered.test(account);
    }

    private void hand(Courier courier, Section section, Parcel parcel) {
        if (parcel instanceof Parcel.Fact fact && ledger.knows(UUID.fromString(fact.id()))) {
            tally.delivered(section, Outcome.UNCHANGED);
            return;
        }
        underway.put(parcel, section);
        courier.hand(parcel);
    }

    private Parcel parcel(Section section, Values values) {
        return switch (section.kind()) {
            case ACCOUNT, CONTRACT, PERSON, INVOICE, OWNERS, OPPORTUNITY, LOSS_REVIEW, REFERENCES, DOMAIN ->
                register.entry(section.kind(), values);
            case USAGE -> facts.usage(section, values);
            case TICKET -> facts.ticket(section, values);
            case SURVEY -> facts.survey(section, values);
            case MILESTONE -> facts.milestone(section, values);
            case LOSS -> throw new IllegalArgumentException("a loss is part of its contract");
        };
    }

    /** Hears from the courier; called from several threads. */
    void delivered(Parcel parcel, Outcome outcome) {
        Section section = underway.remove(parcel);
        if (section == null) {
            throw new IllegalStateException("a parcel came back that was not sent: " + parcel);
        }
        Outcome told = outcome;
        if (outcome instanceof Outcome.Accepted accepted && !ledger.note(id(parcel), accepted.version())) {
            told = Outcome.UNCHANGED;
        } else if (outcome instanceof Outcome.Unchanged) {
            ledger.note(id(parcel), 0);
        }
        tally.delivered(section, told);
        if (section.kind() == Kind.CONTRACT && parcel instanceof Parcel.Entry entry) {
            contracts.put(entry.path(), told);
        }
    }

    private static UUID id(Parcel parcel) {
        return parcel instanceof Parcel.Fact fact
                ? UUID.fromString(fact.id())
                : Ids.derived("import/register", ((Parcel.Entry) parcel).path());
    }

    /** Counts the losses: each has the outcome of the contract that it explains. Call when all is delivered. */
    void settleLosses() {
        for (Section section : survey.mapping().sections()) {
            if (section.kind() == Kind.LOSS) {
                eachRow(section, Shift.NONE, values -> settle(section, values));
            }
        }
    }

    private void settle(Section section, Values values) {
        Losses.Loss loss = Survey.loss(section, values);
        survey.losses()
                .fault(loss)
                .ifPresentOrElse(
                        fault -> tally.refused(section, fault),
                        () -> tally.delivered(
                                section,
                                contracts.getOrDefault(
                                        RegisterMaker.contractPath(
                                                survey.losses().contractOf(loss)),
                                        Outcome.UNCHANGED)));
    }
}
