package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import org.jspecify.annotations.Nullable;

/** What is seen of a customer on a UTC day. */
public sealed interface Sign {

    Feed feed();

    /** Days back for which it is known of each day, whichever of the days that late facts may change is judged. */
    int reach();

    /** So many days after it was seen last it is no longer known when that was; {@link Integer#MAX_VALUE} where that is kept. */
    default int remembered() {
        return Integer.MAX_VALUE;
    }

    /** Meaningful use by anybody. */
    record Use() implements Sign {

        /** Of the 98 days of counts those that are left at the oldest day that is judged anew. */
        static final int REACH = 63;

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public int reach() {
            return REACH;
        }
    }

    /** Meaningful use by a contact of that role who is there. */
    record UseBy(ContactRole role) implements Sign {

        /** Of the 64 days of who and what those that are left at the oldest day that is judged anew. */
        static final int REACH = 28;

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public int reach() {
            return REACH;
        }

        @Override
        public int remembered() {
            return REACH;
        }
    }

    /** Meaningful use of a feature, core or not. */
    record UseOf(String feature) implements Sign {

        public UseOf {
            Require.text("feature", feature);
        }

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public int reach() {
            return UseBy.REACH;
        }

        @Override
        public int remembered() {
            return UseBy.REACH;
        }
    }

    /**
     * A touch of ours in which somebody of that role took part.
     *
     * @param role null for any touch
     */
    record TouchWith(@Nullable ContactRole role) implements Sign {

        private static final int REACH = 365;

        @Override
        public Feed feed() {
            return Feed.SUCCESS;
        }

        @Override
        public int reach() {
            return REACH;
        }
    }
}
