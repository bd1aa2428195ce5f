"""What a lesson looks like and how it moves: Bokeh figure, line to the page, python engine."""
