-- The movements of every contract are looked at once more: what was credited above what a contract was worth is posted anew. Until now it was
-- only once the contract was told again. A replica of the version before, while it runs, may credit as it did.
update credit_seen set version = -1;

-- What could not be read of a contract of which a version stands was refused, as that one was; it counts by the version that stands.
update data_quality
set treatment = 'counted', detail = 'version ' || contract.version || ' stands: ' || data_quality.detail
from contract
where contract.contract_id = data_quality.contract_id
  and data_quality.code = 'unreadable'
  and data_quality.treatment = 'refused';
