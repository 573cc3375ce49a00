package io.playcaller.forecast.engine.capacity;

/**
 * How many people a role needs in a period.
 *
 * @param because what asks for the last of them
 * @param attainment share of tasks begun in time with them
 * @param utilisation share of their productive time that tasks fill; 0 without people
 * @param attainmentWithOneFewer the same with one person less, so that people see what the last one buys
 */
public record StaffingNeed(
        int people, Because because, double attainment, double utilisation, double attainmentWithOneFewer) {

    /** What a number of people follows from. */
    public enum Because {
        /** There is neither work nor a book. */
        NO_WORK("no-work"),
        /** Books would be above their bands. */
        BOOKS("books"),
        /** People would be busier than allowed. */
        UTILISATION("utilisation"),
        /** Tasks would wait too long. */
        ATTAINMENT("attainment");

        private final String key;

        Because(String key) {
            this.key = key;
        }

        /** The word beside figures. */
        public String key() {
            return key;
        }
    }
}
