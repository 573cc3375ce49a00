package io.playcaller.forecast.engine.lift;

/** What is compared between the arms. */
public enum LiftMetric {
    /** Share of accounts of which a contract was renewed since the run began. */
    RENEWED("renewed", true, true),
    /** Share of accounts on which the reason that the run began with is no longer open. */
    RECOVERED("recovered", true, true),
    /** Share of accounts of which a contract ended in full since the run began. */
    CHURNED("churned", true, false),
    /** Mean change of the score since the run began, in points of 100. */
    SCORE("score", false, true),
    /** Mean change of ARR since the run began, in minor units of one currency. */
    ARR("arr", false, true);

    private final String key;
    private final boolean share;
    private final boolean moreIsBetter;

    LiftMetric(String key, boolean share, boolean moreIsBetter) {
        this.key = key;
        this.share = share;
        this.moreIsBetter = moreIsBetter;
    }

    /** The word beside figures. */
    public String key() {
        return key;
    }

    /** Whether each account counts 0 or 1. */
    public boolean share() {
        return share;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
