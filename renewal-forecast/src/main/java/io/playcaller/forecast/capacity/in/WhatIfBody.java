package io.playcaller.forecast.capacity.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.capacity.WhatIf;
import io.playcaller.forecast.capacity.WhatIf.Beginning;
import io.playcaller.forecast.capacity.WhatIf.Growth;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is supposed of the coming quarters, as it is asked.
 *
 * @param days that tasks are measured in, 7 to 730; 90 by default
 * @param quarters 1 to 12; 4 by default
 * @param termMonths of the contracts of those who begin, whole quarters; 12 by default
 * @param alsoAsUsual whether customers also begin as often as they did; true by default
 * @param leaving {@code as-many-as-come} (by default) or {@code forecast}; not with {@code grr}
 * @param grr target of gross retention, of a year, a fraction of one
 * @param nrr target of net retention, of a year; with {@code grr} and {@code expansion}
 */
public record WhatIfBody(
        @Nullable Integer days,
        @Nullable Integer quarters,
        @Nullable Integer termMonths,
        @Nullable List<@Nullable BeginningBody> pipeline,
        @Nullable Boolean alsoAsUsual,
        @Nullable String leaving,
        @Nullable BigDecimal grr,
        @Nullable BigDecimal nrr,
        @Nullable ExpansionBody expansion) {

    private static final int DAYS = 90;
    private static final int MOST_DAYS = 730;
    private static final int MOST_QUARTERS = 12;
    private static final int MONTHS = 3;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_CUSTOMERS = 100_000;
    private static final int MOST_MINUTES = 10_000;
    private static final int MOST_TASKS = 1_000;
    private static final String AS_MANY = "as-many-as-come";
    private static final String FORECAST = "forecast";
    private static final BigDecimal MOST_MONEY = new BigDecimal("1e15");
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.01");
    private static final BigDecimal MOST_GROWTH = BigDecimal.TEN;
    private static final BigDecimal MOST_NRR = BigDecimal.valueOf(2);

    /** Who begins: so many customers, or ARR by the ARR of one. Amounts are of any one currency. */
    public record BeginningBody(
            @Nullable String quarter,
            @Nullable String tier,
            @Nullable BigDecimal customers,
            @Nullable BigDecimal arr,
            @Nullable BigDecimal arrPerCustomer) {}

    /**
     * What expansion asks for.
     *
     * @param adds what one adds, as a share of its customer's revenue
     * @param tasks of {@code minutes} each
     * @param plays whose measured tasks are this work
     */
    public record ExpansionBody(
            @Nullable BigDecimal adds,
            @Nullable String role,
            @Nullable Integer tasks,
            @Nullable Integer minutes,
            @Nullable List<@Nullable String> plays) {}

    /** A whole question. */
    record Checked(int days, WhatIf asked) {}

    /** @throws ProblemException 400 naming every field at fault */
    Checked checked() {
        List<FieldFault> faults = new ArrayList<>();
        int measured = whole(days == null ? Integer.valueOf(DAYS) : days, "/days", 7, MOST_DAYS, faults);
        int asked = whole(
                quarters == null ? Integer.valueOf(WhatIf.YEAR) : quarters, "/quarters", 1, MOST_QUARTERS, faults);
        int months = termMonths == null ? MONTHS * WhatIf.YEAR : termMonths;
        if (months < MONTHS || months > MOST_MONTHS || months % MONTHS != 0) {
            faults.add(new FieldFault(
                    "/termMonths", "whole quarters, from 3 to %d months".formatted(MOST_MONTHS), months + ""));
        }
        WhatIf whatIf = new WhatIf(
                asked,
                pipeline(faults),
                alsoAsUsual == null || alsoAsUsual,
                leaving(faults),
                growth(faults),
                months / MONTHS);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("capacity.invalid", faults));
        }
        return new Checked(measured, whatIf);
    }

    private List<Beginning> pipeline(List<FieldFault> faults) {
        List<@Nullable BeginningBody> written = pipeline == null ? List.of() : pipeline;
        if (written.size() > MOST_ENTRIES) {
            faults.add(new FieldFault("/pipeline", "at most " + MOST_ENTRIES + " entries", written.size() + ""));
            return List.of();
        }
        List<Beginning> read = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            read.add(beginning("/pipeline/" + i, written.get(i), faults));
        }
        double all = read.stream().mapToDouble(Beginning::customers).sum();
        if (all > MOST_CUSTOMERS) {
            faults.add(new FieldFault("/pipeline", "at most " + MOST_CUSTOMERS + " customers", Math.round(all) + ""));
        }
        return read;
    }

    private static Beginning beginning(String place, @Nullable BeginningBody body, List<FieldFault> faults) {
        if (body == null) {
            faults.add(new FieldFault(place, "a quarter, a tier and how many begin", "nothing"));
            return new Beginning("", "", 0);
        }
        return new Beginning(
                word(body.quarter(), place + "/quarter", "a quarter, such as 2027-Q1", faults),
                word(body.tier(), place + "/tier", "a tier of capacity.yaml", faults),
                customers(place, body, faults));
    }

    private static double customers(String place, BeginningBody body, List<FieldFault> faults) {
        boolean byArr = body.arr() != null || body.arrPerCustomer() != null;
        if (byArr == (body.customers() != null)) {
            faults.add(new FieldFault(
                    place + "/customers", "how many, or instead arr and arrPerCustomer", byArr ? "both" : "nothing"));
            return 0;
        }
        if (!byArr) {
            BigDecimal most = BigDecimal.valueOf(MOST_CUSTOMERS);
            return share(body.customers(), place + "/customers", BigDecimal.ZERO, most, faults);
        }
        double arr = share(body.arr(), place + "/arr", BigDecimal.ZERO, MOST_MONEY, faults);
        double each = share(body.arrPerCustomer(), place + "/arrPerCustomer", BigDecimal.ONE, MOST_MONEY, faults);
        return arr / Math.max(1, each);
    }

    private Leaving leaving(List<FieldFault> faults) {
        if (leaving != null && (grr != null || !Set.of(AS_MANY, FORECAST).contains(leaving))) {
            String expected = grr == null ? AS_MANY + " or " + FORECAST : "left out where grr is given";
            faults.add(new FieldFault("/leaving", expected, leaving));
        }
        if (grr != null) {
            return new Leaving.ByTarget(share(grr, "/grr", LEAST_SHARE, BigDecimal.ONE, faults));
        }
        return FORECAST.equals(leaving) ? new Leaving.ByForecast() : new Leaving.AsManyAsCome();
    }

    private @Nullable Growth growth(List<FieldFault> faults) {
        if (nrr == null && expansion == null) {
            return null;
        }
        BigDecimal gross = grr;
        if (gross == null) {
            faults.add(new FieldFault("/grr", "the target of gross retention that nrr goes beyond", "nothing"));
        }
        double net = share(nrr, "/nrr", gross == null ? BigDecimal.ZERO : gross, MOST_NRR, faults);
        if (expansion == null) {
            faults.add(new FieldFault("/expansion", "what an expansion adds and asks for, with nrr", "nothing"));
            return null;
        }
        List<@Nullable String> plays = expansion.plays() == null ? List.of() : expansion.plays();
        return new Growth(
                gross == null ? 0 : net - gross.doubleValue(),
                share(expansion.adds(), "/expansion/adds", LEAST_SHARE, MOST_GROWTH, faults),
                word(expansion.role(), "/expansion/role", "a role of capacity.yaml", faults),
                whole(expansion.tasks(), "/expansion/tasks", 1, MOST_TASKS, faults),
                whole(expansion.minutes(), "/expansion/minutes", 1, MOST_MINUTES, faults),
                Set.copyOf(plays.stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()));
    }

    private static int whole(@Nullable Integer said, String field, int least, int most, List<FieldFault> faults) {
        if (said == null || said < least || said > most) {
            faults.add(new FieldFault(
                    field,
                    "a whole number from %d to %d".formatted(least, most),
                    said == null ? "nothing" : said + ""));
            return least;
        }
        return said;
    }

    private static double share(
            @Nullable BigDecimal said, String field, BigDecimal least, BigDecimal most, List<FieldFault> faults) {
        if (said == null || said.compareTo(least) < 0 || said.compareTo(most) > 0) {
            String expected = "a number from %s to %s".formatted(least.toPlainString(), most.toPlainString());
            faults.add(new FieldFault(field, expected, said == null ? "nothing" : said.toString()));
            return least.doubleValue();
        }
        return said.doubleValue();
    }

    private static String word(@Nullable String said, String field, String expected, List<FieldFault> faults) {
        if (said == null || said.isBlank()) {
            faults.add(new FieldFault(field, expected, said == null ? "nothing" : said));
            return "";
        }
        return said;
    }
}
