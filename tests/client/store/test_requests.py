"""What is done in one transaction is done as a whole, and what went wrong is told as it was."""

from typing import Any

import pytest

from tests.client.ledger_tab import LedgerTab

RUN = """async ([job]) => {
  const { answered, whole } = await import('/client/store/requests.js');
  const { connect } = await import('/client/store/database.js');
  const { StoreError } = await import('/client/base/storage-errors.js');
  const jobs = {
    async passes({ add }) { add('a'); return answered(add('b')); },
    async throws({ add }) { await answered(add('a')); throw new StoreError('elsewhere'); },
    async refused({ add }) { add('b'); await answered(add('a')); await answered(add('a')); },
    async unheard({ add }) { add('b'); add('a'); add('a'); },
    async aborted({ add, tx }) { const added = answered(add('a')); tx.abort(); await added; },
    async odd({ add, meta }) { add('a'); meta.put(undefined); },
  };
  const tx = (await connect()).transaction('meta', 'readwrite');
  const meta = tx.objectStore('meta');
  const add = (key) => meta.add({ key });
  const told = (error) => (error instanceof StoreError ? error.code : error.name);
  return whole(tx, () => jobs[job]({ tx, meta, add })).catch(told);
}"""


@pytest.mark.parametrize(
    ("job", "told"),
    [
        ("throws", "elsewhere"),
        ("refused", "ConstraintError"),
        ("unheard", "ConstraintError"),
        ("aborted", "AbortError"),
        ("odd", "DataError"),
    ],
)
def test_a_transaction_is_kept_as_a_whole_or_not_at_all(tab: LedgerTab, job: str, told: str) -> None:
    assert _run(tab, job) == told
    assert _kept(tab) == set()
    assert _run(tab, "passes") == "b"
    assert _kept(tab) == {"a", "b"}


def _run(tab: LedgerTab, job: str) -> Any:  # noqa: ANN401, whatever the job returns
    return tab.page.evaluate(RUN, [job])


def _kept(tab: LedgerTab) -> set[str]:
    return {row["key"] for row in tab.rows("meta")} & {"a", "b"}
