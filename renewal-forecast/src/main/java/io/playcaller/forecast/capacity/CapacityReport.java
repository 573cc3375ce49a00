package io.playcaller.forecast.capacity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much work there is for how many people. Shares are fractions of one, hours elapsed hours, minutes office minutes.
 *
 * @param from first day of the time that tasks were measured in
 * @param until first day after it
 * @param rules version of {@code capacity.yaml} that it follows
 */
public record CapacityReport(
        LocalDate from,
        LocalDate until,
        String rules,
        Map<String, String> definitions,
        Measured measured,
        Books books,
        List<Plan> plan) {

    /**
     * What tasks asked for and took.
     *
     * @param tasksWithoutBeginning whose beginning was not heard: they are in no figure
     */
    public record Measured(List<Work> bySegmentAndStage, List<Work> byRole, int tasksWithoutBeginning) {}

    /**
     * Tasks of one kind.
     *
     * @param of segment and stage, or the role
     * @param inTime share of the judged that somebody accepted before the clock for it ran out; null where none is judged
     */
    public record Work(
            List<String> of,
            int tasks,
            int accepted,
            int completed,
            long minutes,
            Hours toAccept,
            Hours toComplete,
            int judged,
            @Nullable BigDecimal inTime) {}

    /** @param ninth what nine of ten do not exceed */
    public record Hours(int n, BigDecimal median, BigDecimal ninth) {}

    /**
     * Books against bands.
     *
     * @param accountsWithoutTier under contract, without a score so far: in no book
     * @param accountsOfNobody of a tier of named owners, without one
     * @param notAvailable books that cannot be measured, each with why
     */
    public record Books(
            List<OneBook> items, int accountsWithoutTier, int accountsOfNobody, List<String> notAvailable) {}

    /**
     * A book.
     *
     * @param owner staff id, or {@code pool/} and the tier
     * @param ofMost share of what the bands allow at most
     * @param fill {@code under}, {@code within}, {@code near}, {@code over}
     */
    public record OneBook(
            String owner, String role, Map<String, Integer> accounts, int people, BigDecimal ofMost, String fill) {}

    /**
     * The people that a role needs in a quarter.
     *
     * @param peopleNow null where nobody is known to hold it
     * @param more people who are missing; negative where there are more than are needed; null with {@code peopleNow}
     * @param because what asks for the last of them: books, utilisation, attainment, no-work
     * @param staffing what becomes of the promise with fewer and with more
     */
    public record Plan(
            String role,
            String quarter,
            String sharing,
            int promisedPercent,
            int withinMinutes,
            List<Stream> streams,
            int people,
            @Nullable Integer peopleNow,
            @Nullable Integer more,
            String because,
            List<Staffed> staffing) {}

    /** Work that comes in the quarter. */
    public record Stream(String name, BigDecimal tasks, BigDecimal minutesEach) {}

    /** @param attainment share of tasks begun in time; 0 where the line only grows */
    public record Staffed(int people, BigDecimal attainment, BigDecimal utilisation) {}
}
