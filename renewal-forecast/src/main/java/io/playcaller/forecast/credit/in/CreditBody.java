package io.playcaller.forecast.credit.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.credit.CreditRegistration;
import io.playcaller.forecast.engine.credit.CreditShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked: a split for a kind of movement of a contract. */
public record CreditBody(
        @Nullable String contractId,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable List<@Nullable ShareBody> shares,
        @Nullable String reason) {

    private static final int MOST_SHARES = 20;
    private static final int MOST_LETTERS = 1_000;

    /** Of an id or a key; as the register takes them. */
    private static final int LONGEST_WORD = 256;

    /** @param overlay true for credit on top */
    public record ShareBody(
            @Nullable String staffId,
            @Nullable String role,
            @Nullable Integer percent,
            @Nullable Boolean overlay) {}

    /** A whole registration. */
    record Checked(String contractId, CreditRegistration registration) {}

    /** @throws ProblemException 400 naming every field at fault */
    Checked checked() {
        List<FieldFault> faults = new ArrayList<>();
        String contract = word(contractId, "/contractId", "the id of a contract", faults);
        Optional<MovementKind> moved = CreditWords.kind(kind == null ? "" : kind);
        if (moved.isEmpty()) {
            faults.add(new FieldFault("/kind", "a kind of movement, such as renewal", String.valueOf(kind)));
        }
        if (from != null && !WrittenDay.is(from)) {
            faults.add(new FieldFault("/from", "a day, such as 2026-01-01", from.toString()));
        }
        List<CreditShare> read = shares(faults);
        if (reason != null && reason.length() > MOST_LETTERS) {
            faults.add(new FieldFault("/reason", "at most " + MOST_LETTERS + " characters", reason.length() + ""));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("credit.invalid", faults));
        }
        return new Checked(contract, new CreditRegistration(moved.orElseThrow(), from, read, reason));
    }

    private List<CreditShare> shares(List<FieldFault> faults) {
        List<@Nullable ShareBody> written = shares == null ? List.of() : shares;
        if (written.isEmpty() || written.size() > MOST_SHARES) {
            faults.add(new FieldFault("/shares", "1 to " + MOST_SHARES + " shares", written.size() + ""));
            return List.of();
        }
        List<CreditShare> read = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            read.add(share("/shares/" + i, written.get(i), faults));
        }
        return read;
    }

    private static CreditShare share(String place, @Nullable ShareBody share, List<FieldFault> faults) {
        ShareBody body = share == null ? new ShareBody(null, null, null, null) : share;
        if (body.percent() == null) {
            faults.add(new FieldFault(place + "/percent", "a whole number from 1 to 100", "nothing"));
        }
        return new CreditShare(
                word(body.staffId(), place + "/staffId", "a staff id", faults),
                word(body.role(), place + "/role", "the key of a role, such as csm", faults),
                body.percent() == null ? 0 : body.percent(),
                body.overlay() != null && body.overlay());
    }

    private static String word(@Nullable String text, String field, String expected, List<FieldFault> faults) {
        if (text == null || text.isBlank() || text.length() > LONGEST_WORD || text.indexOf('\0') >= 0) {
            faults.add(new FieldFault(field, expected, text == null ? "nothing" : text));
            return "";
        }
        return text;
    }
}
