"""Create the two tables, vault and record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "vault",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("auth_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("epoch", sa.String(22), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("records", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        # Earlier versions could be interrupted between two statements: what is there is whole, so go on behind it.
        if_not_exists=True,
    )
    op.create_table(
        "record",
        sa.Column("vault", sa.String(22), primary_key=True),
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.LargeBinary()),
        sa.Column("tag", sa.LargeBinary(16)),
        sa.UniqueConstraint("vault", "seq"),
        if_not_exists=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        _suit_postgresql()


def downgrade() -> None:
    """Undo."""
    op.drop_table("record")
    op.drop_table("vault")


def _suit_postgresql() -> None:
    # Sealed bytes don't compress, so PostgreSQL should not try.
    op.execute("ALTER TABLE record ALTER COLUMN blob SET STORAGE EXTERNAL")
    # What was erased stays in dead rows until a vacuum: after 1 % of changes, and not after 20 %.
    op.execute("ALTER TABLE record SET (autovacuum_vacuum_scale_factor = 0.01)")
    # Every push rewrites one vault row: leave room to do it in the same page, without touching an index.
    op.execute("ALTER TABLE vault SET (fillfactor = 50)")
