"""Add the month in which a vault was used last, kept only where the operator wants old ones deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply."""
    op.add_column("vault", sa.Column("used", sa.Integer()))


def downgrade() -> None:
    """Undo."""
    op.drop_column("vault", "used")
