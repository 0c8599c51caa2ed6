"""Create the table of pairings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "pairing",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(256)),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("pairing")
