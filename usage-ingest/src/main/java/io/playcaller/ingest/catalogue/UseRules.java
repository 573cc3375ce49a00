package io.playcaller.ingest.catalogue;

/** What is use, and under which name. */
public record UseRules(NameRules names, ExclusionRules exclusions) {

    public static final UseRules NONE = new UseRules(NameRules.NONE, ExclusionRules.NONE);
}
