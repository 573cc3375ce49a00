package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerContractsTest {

    private static final AccountTree CHAIN = new AccountTree(Map.of(), Map.of("a", "b", "b", "c", "x", "y"));

    @Test
    void allAccountsOfAChainOfMergesAreTogetherWhicheverIsAskedFor() {
        assertThat(CHAIN.together(List.of("b"))).containsExactly("a", "b", "c");
        assertThat(CHAIN.together(List.of("a", "y"))).containsExactly("a", "b", "c", "x", "y");
        assertThat(CHAIN.together(List.of("alone"))).containsExactly("alone");
    }

    @Test
    void anAccountIsReadWithThoseThatAreOneWithItAndNoOthers() {
        ContractRecord old = contract("1").of("a").line("core", 1).build();
        ContractRecord next = contract("2").of("c").line("core", 1).build();
        ContractRecord other = contract("3").of("x").line("core", 1).build();

        assertThat(new CustomerContracts(List.of(old, next, other), CHAIN).of(List.of("a", "c", "alone")))
                .containsOnly(Map.entry("a", List.of(old, next)), Map.entry("c", List.of(old, next)));
    }

    @Test
    void aContractGoesOnFromOneOfAnAccountThatIsOneWithItsOwn() {
        ContractRecord old = contract("1").of("a").line("core", 1).build();
        ContractRecord next = contract("2")
                .of("b")
                .from("2025-07-01")
                .replacing("1")
                .line("core", 1)
                .build();

        assertThat(new CustomerContracts(List.of(old, next), CHAIN).postings())
                .extracting(ContractPostings::replacedOn)
                .containsExactly(next.startsOn(), null);
        assertThat(new CustomerContracts(List.of(old, next), AccountTree.flat()).postings())
                .extracting(ContractPostings::replacedOn)
                .containsOnlyNulls();
    }
}
