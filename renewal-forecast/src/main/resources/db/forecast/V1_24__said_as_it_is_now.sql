-- The movements of every contract are looked at once more: what was credited above what a contract was worth is posted anew. Until now it was
-- only once the contract was told again. A replica of the version before, while it runs, may credit as it did.
update credit_seen set version = -1;
