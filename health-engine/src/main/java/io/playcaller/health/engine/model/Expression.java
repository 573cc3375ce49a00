package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model may ask of an account's state. Days are UTC days, windows end with the last finished one, so that time moves a
 * value at midnight and never in between.
 */
public sealed interface Expression {

    /** Whose silence freezes it. */
    Feed feed();

    /** What its value counts, in the plural; {@code ratio} for a share. */
    String unit();

    /** A number of something, as it stands or over a window. */
    sealed interface Count extends Expression {}

    /** What adds up over days, so that windows of different length can be compared. */
    sealed interface Summed extends Count {

        int days();

        /** The most days back, over all windows. */
        int reach();
    }

    /** Days since the sign was seen last. Where it never was, since it would have been. */
    record DaysSince(Sign sign) implements Expression {

        public DaysSince {
            Objects.requireNonNull(sign, "sign");
        }

        @Override
        public Feed feed() {
            return sign.feed();
        }

        @Override
        public String unit() {
            return "days";
        }
    }

    /** Days of the window on which the sign was seen. */
    record DaysWith(Sign sign, int days) implements Summed {

        public DaysWith {
            Require.range("days", days, 1, sign.reach());
        }

        @Override
        public Feed feed() {
            return sign.feed();
        }

        @Override
        public String unit() {
            return "days";
        }

        @Override
        public int reach() {
            return sign.reach();
        }
    }

    /** How often the product was used, whoever did, whatever of it. */
    record Uses(int days) implements Summed {

        public Uses {
            Require.range("days", days, 1, Sign.Use.REACH);
        }

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public String unit() {
            return "uses";
        }

        @Override
        public int reach() {
            return Sign.Use.REACH;
        }
    }

    /**
     * Distinct people who used it.
     *
     * @param role only contacts of that role who are there; null for everybody
     */
    record People(@Nullable ContactRole role, int days) implements Count {

        public People {
            Require.range("days", days, 1, Sign.UseBy.REACH);
        }

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public String unit() {
            return "people";
        }
    }

    /** How many of these features were used. */
    record Features(List<String> of, int days) implements Count {

        public Features {
            of = of.stream().distinct().toList();
            Require.that(!of.isEmpty(), "of", "must name one at least");
            of.forEach(feature -> Require.text("of", feature));
            Require.range("days", days, 1, Sign.UseBy.REACH);
        }

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public String unit() {
            return "features";
        }
    }

    /** Contacts of a role who are there. */
    record Contacts(ContactRole role) implements Count {

        @Override
        public Feed feed() {
            return Feed.REGISTER;
        }

        @Override
        public String unit() {
            return "contacts";
        }
    }

    /** Paid seats of the open contracts. */
    record Seats() implements Count {

        @Override
        public Feed feed() {
            return Feed.REGISTER;
        }

        @Override
        public String unit() {
            return "seats";
        }
    }

    /** One as a share of another; nothing where that is 0. */
    record Ratio(Count of, Count to) implements Expression {

        public Ratio {
            Require.that(
                    to.feed() == of.feed() || to.feed() == Feed.REGISTER,
                    "to",
                    "must come from the same source as `of`, or from the register: one silence freezes one measure");
        }

        @Override
        public Feed feed() {
            return of.feed();
        }

        @Override
        public String unit() {
            return "ratio";
        }
    }

    /**
     * The window against those days just before it, a day for a day, in whole percents: -0.5 is half. Nothing where there was too
     * little before.
     *
     * @param against days
     */
    record Change(Summed of, int against) implements Expression {

        public Change {
            Require.range("against", against, 1, of.reach() - (long) of.days());
        }

        @Override
        public Feed feed() {
            return of.feed();
        }

        @Override
        public String unit() {
            return "ratio";
        }
    }
}
