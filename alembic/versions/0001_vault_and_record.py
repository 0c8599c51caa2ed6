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
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.String(22), nullable=False),
    )
    op.create_table(
        "record",
        sa.Column("vault", sa.String(22), sa.ForeignKey("vault.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.LargeBinary()),
        sa.Column("tag", sa.LargeBinary(16)),
        sa.UniqueConstraint("vault", "seq"),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("record")
    op.drop_table("vault")
