package io.playcaller.health.engine.model;

/** What the scores of an account's children do to its own. */
public enum RollUp {
    /** Nothing: the account is judged by itself. */
    OWN("own"),
    /** The worst of the account and its children stands. */
    WORST("worst"),
    /** The mean by ARR; where nobody has any, or currencies differ, all count the same. */
    ARR("arr"),
    /** The score of who holds a contract: the account itself, or else the worst of the children that do. */
    CONTRACT_HOLDER("contract-holder");

    private final String word;

    RollUp(String word) {
        this.word = word;
    }

    /** As files write it. */
    public String word() {
        return word;
    }
}
